"""How a webhook is signed. Pure; the README shows the receiver's side."""

from __future__ import annotations

import hashlib
import hmac

TIMESTAMP, SIGNATURE = "X-Harmattan-Timestamp", "X-Harmattan-Signature"
DELIVERY, ATTEMPT, IDEMPOTENCY = "X-Harmattan-Delivery", "X-Harmattan-Attempt", "Idempotency-Key"
VERSION = "v1="


def signature(secret: bytes, timestamp: str, body: bytes) -> str:
    """HMAC-SHA256 over timestamp, a full stop, and the body as it is sent; `v1=` and hex."""
    return VERSION + hmac.new(secret, timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
