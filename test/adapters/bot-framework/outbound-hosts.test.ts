import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createOutboundCheck } from '../../../adapters/bot-framework/outbound-hosts.ts';

describe('where replies may be sent', () => {
  const isAllowed = createOutboundCheck(false);

  test.each([
    'https://smba.trafficmanager.net/amer/',
    'https://smba.infra.gcc.teams.microsoft.com/',
    'https://webchat.botframework.com/',
    'https://directline.botframework.azure.cn/',
    'https://SMBA.trafficmanager.net/emea/',
  ])('are the services of channels, such as %s', (serviceUrl) => {
    expect(isAllowed(serviceUrl)).toBe(true);
  });

  test.each([
    'https://trafficmanager.net/',
    'https://mine.trafficmanager.net/',
    'https://notbotframework.com/',
    'https://botframework.com.evil.example/',
    'http://webchat.botframework.com/',
    'ftp://webchat.botframework.com/',
    'https://webchat.botframework.com:444/',
    'https://127.0.0.1/',
    'http://localhost:3978/',
    'http://[::1]/',
    'https://files.blob.core.windows.net/',
    'webchat.botframework.com',
    '',
  ])('is not %j', (serviceUrl) => {
    expect(isAllowed(serviceUrl)).toBe(false);
  });

  test('is no other host, whatever it is called', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect(isAllowed(url)).toBe(false);
      }),
    );
  });

  test('is this machine where a test asks for it, and still no other', () => {
    const isAllowedInTests = createOutboundCheck(true);
    expect(isAllowedInTests('http://127.0.0.1:4000/teams/')).toBe(true);
    expect(isAllowedInTests('http://127.0.0.1.evil.example/')).toBe(false);
    expect(isAllowedInTests('http://10.0.0.1/')).toBe(false);
  });
});
