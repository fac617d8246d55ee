/** What the build puts in for tags: shorter in the bundle than the automatic runtime, which types and tests use. */
export { Fragment, h } from 'preact';
