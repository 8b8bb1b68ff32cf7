/** What to do while waiting, or that nothing is to be waited for: takes the advice and gives the sentence to say. */
export type Wait = (advice: string) => string;
