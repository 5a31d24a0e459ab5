/** What the command line answers to the shell. */
export const exitCodes = { made: 0, inputAtFault: 1, wrongUsage: 2, bug: 70 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
