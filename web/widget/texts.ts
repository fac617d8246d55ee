/** Everything the widget says by itself. A further language is one more object of this shape. */
export interface Texts {
  /** What the message's `locale` says. */
  readonly locale: string;
  readonly open: string;
  readonly openUnread: string;
  readonly close: string;
  readonly title: (store: string) => string;
  readonly subtitle: string;
  readonly greeting: (store: string) => string;
  readonly mostAsked: string;
  readonly conversation: string;
  readonly placeholder: string;
  readonly send: string;
  readonly person: string;
  /** The button that leads to the other language, in that language. */
  readonly switchLanguage: string;
  readonly switchLanguageShort: string;
  readonly customerSays: string;
  readonly botSays: string;
  readonly replyExpected: string;
  readonly sending: string;
  readonly sent: string;
  readonly waiting: string;
  readonly retry: string;
  readonly tooLong: string;
  readonly refused: string;
  readonly renewed: string;
  readonly unreachable: string;
  readonly remaining: (count: number) => string;
}

const zh: Texts = {
  locale: 'zh-CN',
  open: '打开在线客服',
  openUnread: '打开在线客服，有新消息',
  close: '关闭',
  title: (store) => `${store} 客服`,
  subtitle: '智能助手，随时可转人工',
  greeting: (store) =>
    `您好，我是 ${store} 的智能助手。积分、发票、订单和退款的问题都可以直接问我；想找人工，也随时可以转接。`,
  mostAsked: '大家常问',
  conversation: '对话记录',
  placeholder: '请输入您的问题',
  send: '发送',
  person: '转人工',
  switchLanguage: 'Switch to English',
  switchLanguageShort: 'EN',
  customerSays: '您说：',
  botSays: '助手说：',
  replyExpected: '正在回复…',
  sending: '发送中…',
  sent: '已发送',
  waiting: '网络不稳，将自动重发',
  retry: '立即重试',
  tooLong: '内容太长，请控制在 1000 字以内',
  refused: '这条消息没有发送成功，请换个说法再试',
  renewed: '之前的对话已结束，以下是新的对话',
  unreachable: '暂时连接不上，正在重新连接…',
  remaining: (count) => (count < 0 ? `超出 ${-count} 字` : `还可输入 ${count} 字`),
};

const en: Texts = {
  locale: 'en-US',
  open: 'Open the help chat',
  openUnread: 'Open the help chat, new message',
  close: 'Close',
  title: (store) => `${store} Help`,
  subtitle: 'Automated assistant, a person any time',
  greeting: (store) =>
    `Hello, I am ${store}'s automated assistant. Ask me about points, invoices, orders and refunds. You can talk to a person at any time.`,
  mostAsked: 'Often asked',
  conversation: 'Conversation',
  placeholder: 'Type your question',
  send: 'Send',
  person: 'Talk to a person',
  switchLanguage: '切换到中文',
  switchLanguageShort: '中',
  customerSays: 'You said:',
  botSays: 'Assistant said:',
  replyExpected: 'Replying…',
  sending: 'Sending…',
  sent: 'Sent',
  waiting: 'Not sent yet. It will be sent again.',
  retry: 'Retry now',
  tooLong: 'That is too long. Please keep it within 1,000 characters.',
  refused: 'That could not be sent. Please try to put it differently.',
  renewed: 'The earlier conversation has ended. This is a new one.',
  unreachable: 'Not connected at the moment. Trying again…',
  remaining: (count) => (count < 0 ? `${-count} over the limit` : `${count} left`),
};

export const texts = { zh, en } as const;

export type Language = keyof typeof texts;

/** The widget's language for a language tag such as `zh-CN`; Chinese where it has no texts for it. */
export function languageOf(tag: string | null | undefined): Language {
  return (
    Object.keys(texts).find(
      (language): language is Language => tag?.toLowerCase().startsWith(language) ?? false,
    ) ?? 'zh'
  );
}

/** The language that the switch in the header leads to. */
export function otherLanguage(language: Language): Language {
  return language === 'zh' ? 'en' : 'zh';
}
