/** Where the page of a region and year is; of the whole country (`null`) that of the year. */
export const regionPath = (region: string | null, year: number): string =>
  region === null ? `/years/${year}` : `/regions/${region}/${year}`;
