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

  test('does not repeat a secret in a fault', () => {
    const faults = faultsOf({ DIRECT_LINE_SECRET: 'hunter2 hunter2' });
    expect(faults).toHaveLength(1);
    expect(faults.join()).not.toContain('hunter2');
  });
});
