package app.likeness.storage.embedded;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What S3Proxy may do with our files: show one, and store a new one, privately and durably.
///
/// Headers such as `x-amz-acl` and `x-amz-copy-source` need not be signed to be obeyed, so a ticket
/// could otherwise publish a photo or read another.
final class SafeBlobStore extends ForwardingBlobStore {
  private static final int FORBIDDEN = 403;
  private static final int PRECONDITION_FAILED = 412;
  private static final int INSUFFICIENT_STORAGE = 507;

  private final ObjectFiles files;
  private final Consumer<String> arrived;

  /// @param arrived told the key of each object that was stored
  SafeBlobStore(BlobStore store, ObjectFiles files, Consumer<String> arrived) {
    super(store);
    this.files = files;
    this.arrived = arrived;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    check(request.bucket(), request.key());
    try {
      files.store(request.key(), payload, request.contentLength(), false);
      arrived.accept(request.key());
      return PutObjectResponse.builder().build();
    } catch (FileAlreadyExistsException e) {
      drain(payload);
      throw S3Exceptions.fromStatusCode(PRECONDITION_FAILED, e);
    } catch (RevokedException e) {
      drain(payload);
      throw error(FORBIDDEN, "AccessDenied", e);
    } catch (NoRoomException e) {
      drain(payload);
      throw error(INSUFFICIENT_STORAGE, "InsufficientStorage", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    check(request.bucket(), request.key());
    return super.getBlob(request);
  }

  @Override
  public @Nullable HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    check(request.bucket(), request.key());
    return super.blobMetadata(request);
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    throw error(FORBIDDEN, "AccessDenied", null);
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    throw error(FORBIDDEN, "AccessDenied", null);
  }

  @Override
  public BucketCannedACL getContainerAccess(String container) {
    return BucketCannedACL.PRIVATE;
  }

  @Override
  public ObjectCannedACL getBlobAccess(String container, String name) {
    return ObjectCannedACL.PRIVATE;
  }

  @Override
  public ObjectCannedACL getBlobAccess(String container, String name, @Nullable String version) {
    return ObjectCannedACL.PRIVATE;
  }

  // An answer in the middle of a body is lost on its way.
  private static void drain(InputStream payload) {
    try {
      payload.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // Then nobody waits for the answer either.
    }
  }

  private void check(String container, String key) {
    try {
      files.path(key);
    } catch (GalleryException.Unsupported e) {
      throw S3Exceptions.invalidArgument(String.valueOf(e.getMessage()));
    }
    if (!container.equals(ObjectFiles.BUCKET)) {
      throw S3Exceptions.noSuchBucket(container, "");
    }
  }

  private static RuntimeException error(int status, String code, @Nullable Exception cause) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(code).errorMessage(code).build();
    return S3Exception.builder().statusCode(status).awsErrorDetails(details).cause(cause).build();
  }
}
