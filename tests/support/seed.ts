/** The seed of what is random in a test: the same in every run, unless `SEED` is another, or `random`. */
export const seed =
  process.env.SEED === 'random'
    ? Math.floor(Math.random() * 2 ** 31)
    : Number(process.env.SEED ?? 20_261_122);
