//! How large what is handed over may be. Far above what the chain makes, far below what hurts.

use crate::Error;

/// Bytes of an encoded bundle.
pub const MAX_BUNDLE_BYTES: usize = 32 * 1024 * 1024;
/// Memory that decoding a bundle may take, in bytes: many small parts take more than their encoding.
pub(crate) const MAX_BUNDLE_MEMORY: usize = 2 * MAX_BUNDLE_BYTES;
/// Changes of the authority set since genesis. Sets change when validators or their keys do.
pub const MAX_FRAGMENTS: usize = 4_096;
/// Bytes of an encoded justification: two votes of every authority, and some hundred headers.
pub const MAX_JUSTIFICATION_BYTES: usize = 256 * 1024;
/// Authorities of a set. The runtime allows 64.
pub const MAX_AUTHORITIES: usize = 512;
/// Nodes of a read-proof.
pub const MAX_PROOF_NODES: usize = 65_536;
/// Bytes of all nodes of a read-proof. The runtime's code, as a value, fits.
pub const MAX_PROOF_BYTES: usize = 16 * 1024 * 1024;

/// Refuses more than `limit` of `what`.
pub(crate) fn within(count: usize, limit: usize, what: &'static str) -> Result<(), Error> {
	if count > limit {
		return Err(Error::TooLarge { what, limit });
	}
	Ok(())
}
