import library from 'node-nlp';
import type { Contestant } from '../contestant.ts';

/** The intent that nlp.js keeps for what belongs nowhere. */
const NONE = 'None';
/** Chosen on validation. At its own 0.6 the training diverges on many examples, and the None intent takes over. */
const LEARNING_RATE = 0.05;

/** The neural classifier of nlp.js. */
export const nodeNlp: Contestant = {
  name: 'node-nlp',
  describeSettings: (language) =>
    `NlpManager for ${language}, learning rate ${LEARNING_RATE}, useNoneFeature, examples without an answer as its None intent`,
  async train(examples, unanswerable, language) {
    const manager = new library.NlpManager({
      languages: [language],
      autoSave: false,
      autoLoad: false,
      nlu: {
        log: false,
        useNoneFeature: true,
        [language]: { '*': { className: 'NeuralNlu', learningRate: LEARNING_RATE } },
      },
    });
    for (const { text, label } of examples) manager.addDocument(language, text, label);
    for (const text of unanswerable) manager.addDocument(language, text, NONE);
    await manager.train();
    const labels = new Set(examples.map(({ label }) => label));
    return {
      async ask(text) {
        const { classifications } = await manager.process(language, text);
        const best = classifications.find(({ intent }) => labels.has(intent));
        return { label: best?.intent, confidence: best?.score ?? 0 };
      },
    };
  },
};
