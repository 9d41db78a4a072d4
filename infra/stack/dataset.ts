import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { COLUMNS, RESOURCE_LABELS } from '../../shared/dataset/columns.ts';
import { type Column, type ColumnType, RESOURCES, type ResourceName } from '../../shared/dataset/types.ts';

const HIVE_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  code: 'string',
  integer: 'int',
  number: 'double',
  date: 'date',
  flag: 'boolean',
};
/** Provinces of GB/T 2260, and `00` for reports whose agency leads to none. */
const PROVINCES =
  '00,11,12,13,14,15,21,22,23,31,32,33,34,35,36,37,41,42,43,44,45,46,50,51,52,53,54,61,62,63,64,65,71,81,82';
const HADOOP = 'org.apache.hadoop';

/**
 * The data set: a bucket of its own, and a table of the Glue catalogue for each table in it, with partitions that follow
 * from the path, so that Athena asks SQL over all years and provinces and no crawler runs.
 */
export class Dataset extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const shared = {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // Everything in it can be built again from the table.
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...shared,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    });
    const bucket = new Bucket(this, 'Bucket', {
      ...shared,
      versioned: true,
      serverAccessLogsBucket: accessLogs as IBucket,
    });
    this.bucket = bucket as IBucket;
    const { account } = Stack.of(this);
    const database = new CfnDatabase(this, 'Database', {
      catalogId: account,
      databaseInput: { description: '勾稽: annual disclosure reports' },
    });
    for (const resource of RESOURCES) this.#table(resource, database, account);
  }

  #table(resource: ResourceName, database: CfnDatabase, catalogId: string): void {
    const root = `s3://${this.bucket.bucketName}/${resource}`;
    new CfnTable(this, `Table-${resource}`, {
      catalogId,
      databaseName: database.ref,
      tableInput: {
        name: resource,
        description: RESOURCE_LABELS[resource].en,
        tableType: 'EXTERNAL_TABLE',
        partitionKeys: [
          { name: 'year', type: 'int' },
          { name: 'province', type: 'string' },
        ],
        parameters: {
          classification: 'parquet',
          'projection.enabled': 'true',
          'projection.year.type': 'integer',
          'projection.year.range': '0,2099',
          'projection.province.type': 'enum',
          'projection.province.values': PROVINCES,
          'storage.location.template': `${root}/year=\${year}/province=\${province}/`,
        },
        storageDescriptor: {
          location: `${root}/`,
          inputFormat: `${HADOOP}.hive.ql.io.parquet.MapredParquetInputFormat`,
          outputFormat: `${HADOOP}.hive.ql.io.parquet.MapredParquetOutputFormat`,
          serdeInfo: { serializationLibrary: `${HADOOP}.hive.ql.io.parquet.serde.ParquetHiveSerDe` },
          // The year is a partition; the column of the same name in the files is not asked for twice.
          columns: COLUMNS[resource].filter(({ name }) => name !== 'year').map(columnOf),
        },
      },
    });
  }
}

/** Glue writes names in lower case; Athena finds those of the files whatever their case. */
const columnOf = ({ name, type, label }: Column) => ({
  name: name.toLowerCase(),
  type: HIVE_TYPES[type],
  comment: label.en.slice(0, 255),
});
