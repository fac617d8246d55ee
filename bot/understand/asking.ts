import type { Language } from '../../faq/index.ts';

/** What makes a piece a question or a request of its own, and not the story around one. */
const ASKING: Readonly<Record<Language, RegExp>> = {
  zh: /[吗么呢咩]|[?？]|怎|咋|点样|点算|如何|多少|多久|哪|边度|边个|几[天日时个点号分]|什么|啥|能不能|能[^力]{0,12}[不吧]$|可不可以|可唔可以|得唔得|可以[不吧]|是不是|系咪|会不会|有没有|有冇|行不行|是否|为何|能否|还是|帮我|请问|没有$|[了到好退]没|转人工|[不未]$|告诉我|^(?:请|麻烦)?给我|给我[转叫查看发一个]|(.)[不没]\1/u,
  en: /\?|\b(?:how|what|whats|where|wheres|when|which|who|whose|why)\b|^(?:and |so |but |or )?(?:can|could|do|does|did|is|are|was|will|would|should|may|any|has|have)\b|\b(?:can|could|may|do|would) (?:i|you|u|we|it|that|this|they|one)\b|\b(?:tell me|show me|give me|get me|let me|i want|i need|check|confirm|please|whether)\b/iu,
};

/** Whether a text asks for something. */
export function asks(text: string, language: Language): boolean {
  return ASKING[language].test(text);
}
