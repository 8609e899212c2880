/** A setting with a wrong value, or an unknown option. The message is one clear line; the process ends with code 2. */
export class ConfigError extends Error {}
