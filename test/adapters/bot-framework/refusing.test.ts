import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { base64url, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { type EchoServer, startEchoServer } from '../echo-server.ts';
import { APP_ID, message, startTestConnector, type TestConnector } from './test-connector.ts';

describe('an activity at /api/messages', () => {
  let connector: TestConnector;
  let server: EchoServer;
  beforeAll(async () => {
    connector = await startTestConnector();
    server = await startEchoServer({ environment: connector.environment });
  });
  afterAll(async () => {
    await server.stop();
    await connector.close();
  });

  const minutesFromNow = (minutes: number) => Math.floor(Date.now() / 1000) + 60 * minutes;
  const expectRefused = async (forgery: Parameters<TestConnector['post']>[2], status: number) => {
    const answered = await connector.post(server.origin, message('m1', 'hello'), forgery);
    expect(answered).toMatchObject({ status, body: { error: { message: expect.any(String) } } });
    await expectSilence();
  };
  /** A good message after the refused one: its reply is the first that the bot sends. */
  const expectSilence = async () => {
    const before = connector.sent.length;
    const id = `good-${before}`;
    expect((await connector.post(server.origin, message(id, id))).status).toBe(200);
    const sent = await connector.receive(before + 1);
    expect(sent.slice(before).map(({ replyToId }) => replyToId)).toEqual([id]);
  };

  test('is refused without a token', () => expectRefused({ authorization: null }, 401));

  test.each(['', 'Bearer', 'Basic dXNlcjpwYXNz', 'Bearer a b'])(
    'is refused with the authorization %j',
    (authorization) => expectRefused({ authorization }, 401),
  );

  test.each(['Bearer x', 'Bearer a.b.c'])('is refused with the token %j', (authorization) =>
    expectRefused({ authorization }, 403),
  );

  test('is refused with a token that another key has signed', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    await expectRefused({ authorization: `Bearer ${await connector.sign({}, privateKey)}` }, 403);
  });

  test('is refused with a token that nobody has signed', async () => {
    const [, payload] = (await connector.sign()).split('.');
    const header = base64url.encode(JSON.stringify({ alg: 'none', kid: 'key-1' }));
    await expectRefused({ authorization: `Bearer ${header}.${payload}.` }, 403);
  });

  test('is refused with a token that was signed by the published key as if it were a secret', async () => {
    const published = await (await fetch(connector.environment['BOT_TOKEN_KEYS_URL'] ?? '')).text();
    const claims = { aud: APP_ID, iss: 'https://api.botframework.com', serviceurl: connector.serviceUrl };
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(published));
    await expectRefused({ authorization: `Bearer ${forged}` }, 403);
  });

  test('is refused with a token that has expired', () =>
    expectRefused({ claims: { exp: minutesFromNow(-6) } }, 403));

  test('is taken with a token that expired while clocks differ', async () => {
    const answered = await connector.post(
      server.origin,
      { type: 'typing' },
      { claims: { exp: minutesFromNow(-4) } },
    );
    expect(answered.status).toBe(200);
  });

  test.each([
    ['never expires', { exp: undefined }],
    ['is not good yet', { nbf: Math.floor(Date.now() / 1000) + 600 }],
    ['is for another bot', { aud: '00000000-0000-4000-8000-000000000000' }],
    ['is for nobody', { aud: undefined }],
    ['is by another issuer', { iss: 'https://sts.windows.net/99999999-8888-4777-8666-555555555555/' }],
    ['is by nobody', { iss: undefined }],
    ['names no service', { serviceurl: undefined }],
    ['names another service', { serviceurl: 'https://smba.trafficmanager.net/amer/' }],
    [
      'has the name of the service in another case',
      { serviceurl: undefined, serviceUrl: 'http://127.0.0.1/' },
    ],
  ])('is refused with a token that %s', (_case, claims) =>
    expectRefused({ claims: claims as JWTPayload }, 403),
  );

  test.each([
    'https://smba.trafficmanager.net.evil.example/amer/',
    'https://evil.example/smba.trafficmanager.net/',
    'http://smba.trafficmanager.net/amer/',
    'https://smba.trafficmanager.net:8443/amer/',
    'https://user:secret@smba.trafficmanager.net/amer/',
    'http://169.254.169.254/metadata/',
    'file:///etc/passwd',
  ])('is refused where token and activity agree on the foreign service %s', (serviceUrl) =>
    expectRefused({ claims: { serviceurl: serviceUrl }, activity: { serviceUrl } }, 403),
  );

  test('is refused where it names a service on this machine that its token does not, and nothing is sent there', async () => {
    const other = await startTestConnector();
    await expectRefused({ activity: { serviceUrl: other.serviceUrl } }, 403);
    await other.close();
    expect(other.sent).toEqual([]);
  });

  test.each([
    ['has no conversation', { conversation: undefined }],
    ['has no service', { serviceUrl: undefined }],
    ['has no sender', { from: null }],
    ['has no type', { type: '' }],
    ['has a number for a text', { text: 7 }],
    ['has no id and could not be told from its repetition', { id: null }],
  ])('is refused where it %s', (_case, activity) => expectRefused({ activity }, 400));

  test('is taken where its service differs in letter case and the slash at the end', async () => {
    const serviceUrl = connector.serviceUrl.replace(/\/$/, '');
    const claims = { serviceurl: connector.serviceUrl.toUpperCase().replace('HTTP', 'http') };
    const answered = await connector.post(
      server.origin,
      { type: 'typing' },
      { claims, activity: { serviceUrl } },
    );
    expect(answered.status).toBe(200);
  });
});

test('there is no such address where the bot has no credentials', async () => {
  const connector = await startTestConnector();
  const server = await startEchoServer();
  const answered = await connector.post(server.origin, message('m1', 'hello'));
  await server.stop();
  await connector.close();
  expect(answered.status).toBe(404);
});
