package app.likeness.faces.rekognition;

import java.math.BigDecimal;

/// The calls that Amazon Rekognition charges for; all others are free.
///
/// The price is that of the dearest tier (the first million of a month) in us-east-1, in US dollars:
/// aws.amazon.com/rekognition/pricing, Rekognition Image, groups 1 and 2, as it was on 2026-10-07.
public enum PaidCall {
  DETECT_FACES,
  INDEX_FACES,
  SEARCH_FACES,
  SEARCH_USERS,
  ASSOCIATE_FACES,
  DISASSOCIATE_FACES;

  static final BigDecimal DOLLARS = new BigDecimal("0.001");

  /// For keeping one face for a month, by the same page.
  static final BigDecimal DOLLARS_A_MONTH = new BigDecimal("0.00001");
}
