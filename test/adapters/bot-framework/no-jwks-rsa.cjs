/** The SDK loads this for its own check of tokens, which is not used. */
module.exports = () => {
  throw new Error('The tokens of channels are checked by adapters/bot-framework/authenticate.ts.');
};
