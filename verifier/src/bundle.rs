//! All parts of a proof together, and the way through them.

use crate::{
	keys,
	limits::{within, MAX_BUNDLE_BYTES, MAX_BUNDLE_MEMORY},
	state::ReadProof,
	Error, FinalityChain, Hash, Header, Moment, ProvenState,
};
use codec::{Decode, DecodeWithMemLimit, DecodeWithMemTracking, Encode};
use polkadot_sdk::sp_consensus_grandpa::AuthorityList;

/// The chain's first block, and who its first authorities are.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking)]
pub struct Genesis {
	/// The header, whose hash is the trusted one.
	pub header: Header,
	/// Read-proof for [`authorities_key`](keys::authorities_key) in its state.
	pub proof: Vec<Vec<u8>>,
}

impl Genesis {
	fn authorities(&self, trusted: Hash) -> Result<AuthorityList, Error> {
		let found = self.header.hash();
		if found != trusted {
			return Err(Error::WrongGenesis { trusted, found });
		}
		let state = ReadProof::new(self.header.state_root, &self.proof)?;
		state.required(&keys::authorities_key())
	}
}

/// Everything that proves values of a final block's state, in one piece that can be kept in a file.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking)]
pub struct Bundle {
	/// Where the authorities come from.
	pub genesis: Genesis,
	/// From there to the final block.
	pub finality: FinalityChain,
	/// Read-proof in the final block's state: for [`time_key`](keys::time_key), and for what is to
	/// be proven.
	pub state_proof: Vec<Vec<u8>>,
}

impl Bundle {
	/// Read a bundle that was kept; [`Encode`] writes it.
	///
	/// # Errors
	///
	/// [`Error::TooLarge`], or [`Error::Malformed`] when the bytes are no bundle or more than one.
	pub fn from_bytes(mut bytes: &[u8]) -> Result<Self, Error> {
		within(bytes.len(), MAX_BUNDLE_BYTES, "bytes of a bundle")?;
		let malformed = Error::Malformed { what: "bundle" };
		match Self::decode_with_mem_limit(&mut bytes, MAX_BUNDLE_MEMORY) {
			Ok(bundle) if bytes.is_empty() => Ok(bundle),
			_ => Err(malformed),
		}
	}

	/// What follows from the trusted genesis hash and from nothing else, provided that the final
	/// block is not older than `not_before`, in ms since the Unix epoch.
	///
	/// # Errors
	///
	/// The first thing that does not follow; each error says what it is.
	pub fn verify(&self, genesis_hash: Hash, not_before: Moment) -> Result<ProvenState, Error> {
		let authorities = self.genesis.authorities(genesis_hash)?;
		let set_id = self.finality.follow(authorities)?;
		let header = &self.finality.last.header;
		let proof = ReadProof::new(header.state_root, &self.state_proof)?;
		let time = proof.required(&keys::time_key())?;
		if time < not_before {
			return Err(Error::TooOld { time, not_before });
		}
		Ok(ProvenState {
			number: header.number,
			hash: header.hash(),
			time,
			set_id,
			proof,
		})
	}
}
