import { describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../bot/config.ts';
import { ConfigError } from '../../bot/errors.ts';

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    parseConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

describe('the configuration', () => {
  test('has a default for everything', () => {
    expect(parseConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3978,
      dataDir: './data',
      allowedOrigins: [],
      trustProxy: false,
      retentionDays: 90,
      logLevel: 'info',
      logExplanations: false,
      limits: { messagesPerConversation: 30, messagesPerAddress: 600, tokensPerAddress: 120 },
    });
  });

  test('takes an empty value for none', () => {
    const names = [
      'PORT',
      'DIRECT_LINE_SECRET',
      'ALLOWED_ORIGINS',
      'TRUST_PROXY',
      'LOG_LEVEL',
      'LOG_EXPLANATIONS',
    ];
    expect(parseConfig(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(parseConfig({}));
  });

  test('cannot be changed', () => {
    const config = parseConfig({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.limits)).toBe(true);
  });

  test('reads a list of origins', () => {
    const environment = { ALLOWED_ORIGINS: 'https://shop.example, http://localhost:8080,' };
    expect(parseConfig(environment).allowedOrigins).toEqual([
      'https://shop.example',
      'http://localhost:8080',
    ]);
  });

  test.each([
    ['off', false],
    ['on', true],
    ['2', 2],
    ['loopback, 10.0.0.0/8, 2001:db8::1', ['loopback', '10.0.0.0/8', '2001:db8::1']],
  ])('reads TRUST_PROXY=%s', (text, trustProxy) => {
    expect(parseConfig({ TRUST_PROXY: text }).trustProxy).toEqual(trustProxy);
  });

  test.each([
    ['on', true],
    ['OFF', false],
  ])('reads LOG_EXPLANATIONS=%s', (text, logExplanations) => {
    expect(parseConfig({ LOG_EXPLANATIONS: text }).logExplanations).toBe(logExplanations);
  });

  test('turns a limit off with 0', () => {
    expect(parseConfig({ LIMIT_MESSAGES_PER_ADDRESS: '0' }).limits.messagesPerAddress).toBe(0);
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['ALLOWED_ORIGINS', 'shop.example'],
    ['ALLOWED_ORIGINS', 'https://shop.example/'],
    ['ALLOWED_ORIGINS', '*'],
    ['DIRECT_LINE_SECRET', 'two words'],
    ['TRUST_PROXY', 'maybe'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['RETENTION_DAYS', '0'],
    ['RETENTION_DAYS', '1.5'],
    ['LOG_LEVEL', 'loud'],
    ['LOG_EXPLANATIONS', 'yes'],
    ['LIMIT_MESSAGES_PER_CONVERSATION', 'many'],
    ['LIMIT_TOKENS_PER_ADDRESS', '-1'],
  ])('does not take %s=%s, and says what to set', (name, value) => {
    const [fault, ...others] = faultsOf({ [name]: value });
    expect(fault).toMatch(new RegExp(`^${name}: .+(Set|Write|Take) .+`));
    expect(others).toEqual([]);
  });

  test('lists every fault at once', () => {
    const faults = faultsOf({ PORT: 'x', LOG_LEVEL: 'loud', RETENTION_DAYS: 'long' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'RETENTION_DAYS', 'LOG_LEVEL']);
  });

  describe('of the Azure Bot Service', () => {
    const credentials = {
      BOT_APP_ID: '11111111-2222-4333-8444-555555555555',
      BOT_APP_PASSWORD: 'a~secret.of-the.bot',
      BOT_TENANT_ID: '99999999-8888-4777-8666-555555555555',
    };

    test("takes Microsoft's public cloud where nothing else is said", () => {
      expect(parseConfig(credentials).botFramework).toEqual({
        appId: credentials.BOT_APP_ID,
        appPassword: credentials.BOT_APP_PASSWORD,
        tenantId: credentials.BOT_TENANT_ID,
        tokenIssuer: 'https://api.botframework.com',
        tokenKeysUrl: 'https://login.botframework.com/v1/.well-known/keys',
        loginUrl: 'https://login.microsoftonline.com',
        allowLoopback: false,
      });
    });

    test.each([
      [['BOT_APP_PASSWORD', 'BOT_TENANT_ID'], { BOT_APP_ID: credentials.BOT_APP_ID }],
      [['BOT_APP_ID', 'BOT_TENANT_ID'], { BOT_APP_PASSWORD: credentials.BOT_APP_PASSWORD }],
      [['BOT_TENANT_ID'], { ...credentials, BOT_TENANT_ID: ' ' }],
      [Object.keys(credentials), { BOT_LOGIN_URL: 'https://login.microsoftonline.us' }],
    ])('does not do without %j beside the others', (missing, environment) => {
      const faults = faultsOf(environment);
      expect(faults.map((fault) => fault.split(':')[0])).toEqual(missing);
      for (const fault of faults) expect(fault).toContain('Set BOT_APP_ID, BOT_APP_PASSWORD, BOT_TENANT_ID');
    });

    test.each([
      ['BOT_APP_ID', 'help-center'],
      ['BOT_APP_PASSWORD', 'two words'],
      ['BOT_TENANT_ID', 'a/b'],
      ['BOT_TOKEN_ISSUER', 'api.botframework.us'],
      ['BOT_TOKEN_KEYS_URL', 'http://login.example/keys'],
      ['BOT_LOGIN_URL', 'http://127.0.0.1:4000'],
      ['BOT_ALLOW_LOOPBACK', 'yes'],
    ])('does not take %s=%s, and says what to set', (name, value) => {
      const [fault, ...others] = faultsOf({ ...credentials, [name]: value });
      expect(fault).toMatch(new RegExp(`^${name}: .+Set .+`));
      expect(others).toEqual([]);
    });

    test('takes this machine for a service where a test asks for it, and no other without TLS', () => {
      const inTests = { ...credentials, BOT_ALLOW_LOOPBACK: 'on' };
      const atHome = parseConfig({ ...inTests, BOT_LOGIN_URL: 'http://127.0.0.1:4000' });
      expect(atHome.botFramework).toMatchObject({ loginUrl: 'http://127.0.0.1:4000', allowLoopback: true });
      expect(faultsOf({ ...inTests, BOT_LOGIN_URL: 'http://login.example' })).toHaveLength(1);
    });

    test('lists its faults with all others, and no secret', () => {
      const faults = faultsOf({ PORT: 'x', BOT_APP_PASSWORD: 'hunter2 hunter2' });
      expect(faults.map((fault) => fault.split(':')[0])).toEqual([
        'PORT',
        'BOT_APP_PASSWORD',
        'BOT_APP_ID',
        'BOT_TENANT_ID',
      ]);
      expect(faults.join()).not.toContain('hunter2');
    });
  });

  test('does not repeat a secret in a fault', () => {
    const faults = faultsOf({ DIRECT_LINE_SECRET: 'hunter2 hunter2' });
    expect(faults).toHaveLength(1);
    expect(faults.join()).not.toContain('hunter2');
  });
});
