import type { Language, Store } from '../../faq/index.ts';

/** The bot's own voice: every sentence that is not a published answer. Another language is one more object. */
export interface Wording {
  readonly greeting: (store: Store) => string;
  readonly thanks: string;
  readonly bye: (store: Store) => string;
  readonly whoAnswers: (store: Store) => string;
  readonly clarify: string;
  readonly fallback: string;
  readonly fallbackOn: (subject: string) => string;
  /** Of one question of a message, where another was answered. */
  readonly notHere: string;
  readonly notHereOn: (subject: string) => string;
  readonly wordless: string;
  readonly handoff: string;
  readonly personFirst: string;
  readonly apology: string;
  /** The ways to a person, as a list. */
  readonly person: (store: Store) => string;
  readonly ownRecord: string;
  readonly callAction: (store: Store) => string;
  readonly mailAction: string;
  /** How a choice reads where it is not an article. */
  readonly choiceTitles: Readonly<Record<string, string>>;
}

export const WORDING: Readonly<Record<Language, Wording>> = {
  zh: {
    greeting: ({ name }) => `您好，这里是${name.zh}帮助中心。请直接说您的问题，比如积分、发票、退款或订单。`,
    thanks: '不客气！还有别的问题，随时告诉我。',
    bye: ({ name }) => `感谢您的来访，祝您生活愉快。${name.zh}随时为您服务。`,
    whoAnswers: ({ name }) =>
      `我是${name.zh}帮助中心的自动应答机器人，只用店铺公布的内容回答。需要真人的话，说“转人工”就可以。`,
    clarify: '您想问的是下面哪一个？',
    fallback: '抱歉，帮助中心里没有找到这个问题的答案。您可以换个说法再问一次，或者联系人工客服：',
    fallbackOn: (subject) => `抱歉，帮助中心目前没有关于「${subject}」的说明，请联系人工客服确认：`,
    notHere: '您问的另一件事，帮助中心里没有相关说明，可以联系人工客服确认：',
    notHereOn: (subject) => `至于「${subject}」，帮助中心目前没有说明，可以联系人工客服确认：`,
    wordless: '抱歉，我没看明白。请用文字描述一下您的问题，或者联系人工客服：',
    handoff: '好的，您可以这样联系到人工客服：',
    personFirst: '看来我没能帮上忙，建议您直接联系人工客服：',
    apology: '抱歉，系统刚才出了点问题，没能处理您的消息。请稍后再试，或者联系人工客服：',
    person: ({ hotline, mailbox }) =>
      `- 客服热线：[${hotline}](tel:${hotline})\n- 服务邮箱：[${mailbox}](mailto:${mailbox})`,
    ownRecord: '在这里我暂时看不到您个人的记录，您可以这样自己查询：',
    callAction: ({ hotline }) => `拨打 ${hotline}`,
    mailAction: '发送邮件',
    choiceTitles: {
      'account.order': '我的订单现在到哪一步了',
      'account.refund': '我的退款进度',
      'account.points': '我的积分余额',
      'account.invoice': '我的发票开了没有',
      handoff: '转人工',
    },
  },
  en: {
    greeting: ({ name }) =>
      `Hello, this is the ${name.en} help center. Just ask: points, invoices, refunds, orders and more.`,
    thanks: 'You are welcome! If there is anything else, just ask.',
    bye: ({ name }) => `Thank you for stopping by. ${name.en} is here whenever you need us.`,
    whoAnswers: ({ name }) =>
      `I am the ${name.en} help center's bot, and I answer only with what the store has published. For a human, say "talk to a person".`,
    clarify: 'Which of these do you mean?',
    fallback: 'Sorry, the help center has no answer to that. You can put it another way, or reach a person:',
    fallbackOn: (subject) => `Sorry, the help center has nothing on ${subject}. Please ask our staff:`,
    notHere: 'Your other question is not covered in the help center. Our staff can tell you:',
    notHereOn: (subject) => `As for ${subject}, the help center has nothing on that. Our staff can tell you:`,
    wordless: 'Sorry, I could not read that. Please put your question in words, or reach a person:',
    handoff: 'Of course. This is how to reach a person:',
    personFirst: 'I am not getting this right. The quickest way is to ask a person:',
    apology:
      'Sorry, something went wrong on our side and your message was not handled. Please try again later, or reach a person:',
    person: ({ hotline, mailbox }) =>
      `- Hotline: [${hotline}](tel:${hotline})\n- Email: [${mailbox}](mailto:${mailbox})`,
    ownRecord: 'I cannot see your own records here yet. This is how to check:',
    callAction: ({ hotline }) => `Call ${hotline}`,
    mailAction: 'Send an email',
    choiceTitles: {
      'account.order': 'Where my order is now',
      'account.refund': 'The state of my refund',
      'account.points': 'My points balance',
      'account.invoice': 'Whether my invoice has been issued',
      handoff: 'Talk to a person',
    },
  },
};
