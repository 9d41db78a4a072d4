/** Address of the page with all years of an agency. */
export const agencyPath = (agency: string) => `/agencies/${encodeURIComponent(agency.toWellFormed())}/reports`;
