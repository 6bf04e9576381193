/** The contrast of two pixels, of one picture each, at the same place. */
export function contrastAt(one: ImageData, other: ImageData, place: number, otherPlace = place): number {
  const [dark = 0, light = 0] = [luminanceAt(one, place), luminanceAt(other, otherPlace)].sort(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

/** How many pixels differ in their lightness, as one sees them who sees no colours. */
export function countDifferent(one: ImageData, other: ImageData, contrast: number): number {
  let count = 0;
  for (let place = 0; place < Math.min(one.data.length, other.data.length); place += 4) {
    if (contrastAt(one, other, place) >= contrast) count += 1;
  }
  return count;
}

/** How many pixels stand out from the one in the corner. */
export function countInk(image: ImageData, contrast: number): number {
  let count = 0;
  for (let place = 0; place < image.data.length; place += 4) {
    if (contrastAt(image, image, place, 0) >= contrast) count += 1;
  }
  return count;
}

function luminanceAt({ data }: ImageData, place: number): number {
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((channel) => {
    const value = (data[place + channel] ?? 0) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
