/** Tests run as native ES modules; SWC only strips the types. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    // It requires an ES module, which Node 20 can and Jest on Node 20 cannot.
    '^jwks-rsa$': '<rootDir>/test/adapters/bot-framework/no-jwks-rsa.cjs',
  },
  testTimeout: 30_000,
  maxWorkers: 2,
};
