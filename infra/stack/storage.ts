import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from '../settings/schema.ts';
import { TABLE } from '../wiring.ts';

const SHARED = {
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  removalPolicy: RemovalPolicy.RETAIN,
};

/** What must not be lost: the uploaded files and the table. Both stay when the stack is deleted; both may be there before it. */
export class Storage extends Construct {
  readonly bucket: IBucket;
  readonly table: ITable;

  constructor(scope: Construct, id: string, settings: Pick<Settings, 'bucketName' | 'tableName' | 'versionDays'>) {
    super(scope, id);
    const { bucketName, tableName, versionDays } = settings;
    this.bucket =
      bucketName === undefined
        ? (this.#makeBucket(versionDays) as IBucket)
        : Bucket.fromBucketName(this, 'Reports', bucketName);
    this.table =
      tableName === undefined ? (this.#makeTable() as ITable) : Table.fromTableName(this, 'Table', tableName);
  }

  #makeBucket(versionDays: number): Bucket {
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...SHARED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(90) }],
    });
    const bucket = new Bucket(this, 'Reports', {
      ...SHARED,
      versioned: true,
      serverAccessLogsBucket: accessLogs as IBucket,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(versionDays),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
    // The property of the bucket itself; the construct's own way brings a custom resource with it.
    (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    return bucket;
  }

  #makeTable(): Table {
    const key = ({ partition, sort }: { partition: string; sort: string }) => ({
      partitionKey: { name: partition, type: AttributeType.STRING },
      sortKey: { name: sort, type: AttributeType.STRING },
    });
    const table = new Table(this, 'Table', {
      ...key(TABLE.key),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.DEFAULT,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: TABLE.expiry,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [indexName, index] of Object.entries(TABLE.indexes)) {
      table.addGlobalSecondaryIndex({ indexName, ...key(index), projectionType: ProjectionType.KEYS_ONLY });
    }
    return table;
  }
}
