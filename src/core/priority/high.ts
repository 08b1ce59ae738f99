/** From here on something stands out, and lists say so: more than any one factor brings by the shipped weights. */
export const HIGH_PRIORITY = 60;
