import { OutboundHostValidator } from '@microsoft/agents-hosting';

/** Tells whether replies, and with them the bot's token, may be sent to an address. */
export type OutboundCheck = (serviceUrl: string) => boolean;

/** Where channels take replies: the connectors of the Bot Framework and of Teams, in each of Microsoft's clouds. */
const HOSTS = [
  'botframework.com',
  'botframework.us',
  'botframework.azure.us',
  'botframework.azure.cn',
  'smba.trafficmanager.net',
  'teams.microsoft.com',
  'teams.microsoft.us',
];
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Allows Microsoft's hosts over TLS; and this machine, in any way, where a test asks for it. */
export function createOutboundCheck(allowLoopback: boolean): OutboundCheck {
  // Its own list also has hosts of files and calendars, where a bot's token has no business.
  const validator = new OutboundHostValidator({
    enabled: true,
    includeDefaultMicrosoftHosts: false,
    hosts: HOSTS,
  });
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname, port, username, password } = new URL(serviceUrl);
    if (allowLoopback && /^https?:$/.test(protocol) && LOOPBACK.has(hostname)) return true;
    const isPlain = port === '' && username === '' && password === '';
    return protocol === 'https:' && isPlain && validator.isAllowed(serviceUrl);
  };
}
