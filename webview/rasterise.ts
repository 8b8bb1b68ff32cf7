/** Pixels of the picture per pixel of the figure: sharp on paper and on any screen. */
const SCALE = 2;

/**
 * The figure as a PNG, base64 without its prefix. The figure is the host's own document and holds no outside resource;
 * rejects where the browser cannot draw it.
 */
export async function rasterise(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
