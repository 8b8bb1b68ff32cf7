/** Nobody reads more curves in one picture, and the questions grow with the square of the runs. */
export const MOST_RUNS = 12;
