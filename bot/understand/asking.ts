import { type Language, toSimplified } from '../../faq/index.ts';

/** What makes a piece a question or a request of its own, and not the story around one. */
const ASKING: Readonly<Record<Language, RegExp>> = {
  zh: /[吗么呢咩伐嗦]|[?？]|怎|咋|点样|点算|如何|多少|多久|哪|边度|边个|几|边|想知道|想了解|想确认|问下|问问|讲下|说下|什么|啥|能不能|能[^力]{0,12}[不吧]$|可不可以|可唔可以|得唔得|可以[不吧]|是不是|系咪|会不会|有没有|有冇|行不行|是否|为何|能否|还是|帮我|请问|没有$|[了到好退货开来发]没|转人工|[不未]$|告诉我|^(?:请|麻烦)?给我|给我[转叫查看发一个]|(.)[不没]\1|\b(?:ma|ne|me|zenme|duoshao|ji|na|shenme|neng bu neng)\b/u,
  en: /\?|\b(?:how|what|whats|where|wheres|when|which|who|whose|why)\b|^(?:and |so |but |or )?(?:can|could|do|does|did|is|are|was|will|would|should|may|any|has|have)\b|\b(?:can|could|may|do|would) (?:i|you|u|we|it|that|this|they|one)\b|\b(?:tell me|show me|give me|get me|let me|i want|i need|check|confirm|please|kindly|share|send me|advise|whether|wanna know|wondering|want to know|like to know)\b/iu,
};

/** Whether a text asks for something. */
export function asks(text: string, language: Language): boolean {
  return ASKING[language].test(language === 'zh' ? toSimplified(text) : text);
}
