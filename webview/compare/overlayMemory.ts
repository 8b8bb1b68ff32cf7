import type { ComparedRunView } from '../../src/compareProtocol';
import type { Axis } from '../chart/axis';
import { overlayPicture, type OverlayPicture } from './overlayPicture';

/** What is drawn of runs, whatever part of it is in view. */
export interface OverlayDrawing<Scene> {
  readonly picture: OverlayPicture;
  readonly scene: Scene;
}

interface Kept<Scene> extends OverlayDrawing<Scene> {
  readonly runs: readonly ComparedRunView[];
  readonly names: string;
}

/** Keeps the drawing while runs, names and axis are the same: a pan or a zoom changes only what is in view of it. */
export class OverlayMemory<Scene> {
  private readonly stepTitle: string;
  private readonly sceneOf: (picture: OverlayPicture) => Scene;
  private kept: Kept<Scene> | null = null;

  /** `sceneOf` is asked once for each picture, with the colours of the theme as it then is. */
  constructor(stepTitle: string, sceneOf: (picture: OverlayPicture) => Scene) {
    this.stepTitle = stepTitle;
    this.sceneOf = sceneOf;
  }

  /** The drawing of these runs; the very one of the last call where nothing of it has changed. */
  of(
    { runs, names: all }: { readonly runs: readonly ComparedRunView[]; readonly names: readonly string[] },
    kind: Axis['kind'],
  ): OverlayDrawing<Scene> {
    const { kept } = this;
    const names = JSON.stringify(all);
    if (kept?.runs === runs && kept.names === names && kept.picture.axis.kind === kind) return kept;
    const picture = overlayPicture(runs, all, kind, this.stepTitle);
    this.kept = { runs, names, picture, scene: this.sceneOf(picture) };
    return this.kept;
  }

  /** The theme is another: the next drawing is made anew. */
  forget(): void {
    this.kept = null;
  }
}
