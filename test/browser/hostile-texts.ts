import fc from 'fast-check';

/** What attackers write, whole and in pieces to be put together anew. */
const PAYLOADS = [
  '<script>hit(1)</script>',
  '<img src=x onerror=hit(2)>',
  '<img src="https://attacker.example/a.png">',
  '<svg/onload=hit(3)>',
  '<iframe srcdoc="<script>parent.hit(4)</script>">',
  '<style>@import "https://attacker.example/a.css";*{display:none}</style>',
  '<a href="javascript:hit(5)">x</a>',
  '"><script src=https://attacker.example/a.js></script>',
  "' onfocus=hit(6) autofocus '",
  '[a](javascript:hit(7))',
  '[a](JaVaScRiPt:hit(8))',
  '[a](java\tscript:hit(9))',
  '[a](\u0001javascript:hit(10))',
  '[a](data:text/html,<script>hit(11)</script>)',
  '[a](vbscript:hit(12))',
  '[a](//attacker.example)',
  '[a](blob:https://attacker.example/x)',
  '[a](https://ok.example/"onmouseover="hit(13))',
  '![a](https://attacker.example/b.png)',
  '[![a](https://attacker.example/c.png)](javascript:hit(14))',
  '<javascript:hit(15)>',
  '&lt;script&gt;hit(16)&lt;/script&gt;',
  '&#106;avascript:hit(17)',
  '{{constructor.constructor("hit(18)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant to be a text.
  '${hit(19)}',
  '{store}{count}',
  '__proto__',
  'constructor',
  '</textarea></div><script>hit(20)</script>',
  '<!--',
  ']]>',
  '<math><mtext><table><mglyph><style><img src=x onerror=hit(21)>',
  '\u202ejavascript:hit(22)',
  '\u0000',
  '\ud800',
  '**__*_[](()',
  '- \n1. \n- - -',
  '\n\n\n',
  'ａ'.repeat(300),
  'x'.repeat(400),
  'z\u0351\u036b\u0343\u036a'.repeat(40),
];

/** So many hostile texts; the same for the same seed. */
export function hostileTexts(seed: number, count: number): readonly string[] {
  const piece = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...PAYLOADS) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('**', '*', '[', '](', ')', '\n', '\n- ', ' ', '"', "'", '`', '<', '>'),
    },
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
  return fc.sample(text, { seed, numRuns: count });
}
