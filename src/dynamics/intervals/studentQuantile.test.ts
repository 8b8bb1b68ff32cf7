import { expect, it } from 'vitest';
import { studentQuantile } from './studentQuantile';

// scipy.stats.t.ppf(0.975, ν), scipy 1.17
it.each([
  [1, 12.706204736174694],
  [1.5, 6.016663104427929],
  [2, 4.302652729749462],
  [3.7, 2.8675207071911895],
  [5, 2.5705818356363146],
  [10, 2.228138851986274],
  [33.3, 2.033819224134053],
  [100, 1.9839715185235518],
  [999, 1.9623414611334493],
  [1001, 1.9623367052808798],
  [1e5, 1.9599877075346095],
])('t_0.975 at %d degrees of freedom is %d', (degrees, expected) => {
  expect(studentQuantile(degrees) / expected).toBeCloseTo(1, 4);
});
