/** Imported before anything that makes a logger: JSON logs are for the cloud, the laptop prints lines for people. */
process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';
