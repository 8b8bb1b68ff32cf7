import type { Axis } from './axis';
import { heightScale, type HeightKind, type HeightScale } from './heightScale';
import type { Picture } from './drawnPicture';
import { padded, type Range } from './range';
import type { Smoothing } from './smoothing';

/** How a picture is shown: what the axes count, how much is in view, how it is smoothed. Display only. */
export interface Look {
  readonly axis: Axis;
  readonly height: HeightScale;
  readonly smoothing: Smoothing;
  /** Steps in view; null for all. */
  readonly window: Range | null;
}

/** The rewards between which the chart is drawn, reward units. */
export function shownHeight(
  { height, logged }: Pick<Picture, 'height' | 'logged'>,
  { height: scale }: Look,
): Range {
  if (scale.kind !== 'log') return height;
  const [low, high] = padded([Math.log10(logged[0]), Math.log10(Math.max(logged[1], height[1]))], 0.06);
  return [10 ** low, 10 ** high];
}

/** The look a person has chosen, as far as the run has what it takes. */
export function lookOf(
  { axes, picture }: { readonly axes: readonly Axis[]; readonly picture: Pick<Picture, 'logged'> },
  chosen: {
    readonly axis: Axis['kind'];
    readonly height: HeightKind;
    readonly smoothing: Smoothing;
    readonly window: Range | null;
  },
): Look {
  const { smoothing, window } = chosen;
  const axis = axes.find(({ kind }) => kind === chosen.axis) ?? axes[0];
  return { axis, height: heightScale(chosen.height, picture.logged), smoothing, window };
}
