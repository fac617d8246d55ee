/** Thrown for what is not an expected outcome. `code` is stable: logs, alerts and tests rely on it. */
abstract class CodedError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The environment does not make a configuration; the message lists every fault. */
export class ConfigError extends CodedError {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super('config.invalid', `The configuration has ${faults.length} fault(s):\n${faults.join('\n')}`);
    this.faults = faults;
  }
}

/** Something outside (disk, network, another system) failed in a way that the caller cannot mend. */
export class AdapterError extends CodedError {}
