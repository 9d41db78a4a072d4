/** What S3 answers where an object is not there, or no longer in the version that was asked for. */
import { S3ServiceException } from '@aws-sdk/client-s3';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html; `NotFound` is the answer to HEAD, which has no body. */
const MISSING: readonly string[] = ['NoSuchKey', 'NoSuchVersion', 'NotFound'];

/** The answer of S3; `null` where the object is missing. @throws every other error */
export async function unlessMissing<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof S3ServiceException && MISSING.includes(error.name)) return null;
    throw error;
  }
}
