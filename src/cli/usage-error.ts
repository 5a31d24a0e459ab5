/** Wrong usage found by a command itself, said in the user's language: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
