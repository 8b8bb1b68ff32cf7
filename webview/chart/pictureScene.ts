import { drawOverlay, drawUnderlay, VERY_NARROW } from './annotations';
import { drawBands, drawReplayBand } from './bandLayer';
import { datasetsOf } from './datasets';
import type { Picture } from './drawnPicture';
import { drawFindings } from './findingLayer';
import type { Scene } from './scene';

/** One run with its fit, bands, markers and findings. */
export function pictureScene(picture: Picture): Scene {
  const { full, height, logged, yTitle, bands, replay, findings } = picture;
  return {
    ...{ full, height, logged, yTitle },
    headRows: (width) => (width < VERY_NARROW ? 3 : 2),
    lines: (look, palette) => datasetsOf(picture, look, palette),
    under: (surface, shown) => {
      if (bands !== null) drawBands(surface, bands);
      if (replay !== null) drawReplayBand(surface, replay);
      drawUnderlay(surface, { ...picture, height: shown });
    },
    over: (surface, shown) => {
      drawFindings(surface, findings);
      drawOverlay(surface, { ...picture, height: shown });
    },
  };
}
