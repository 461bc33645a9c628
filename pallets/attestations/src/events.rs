//! What happened.

use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// Part of the pallet's module, in a file of its own for its length.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A custodian's report has been taken and supersedes the one before it.
		ReportSubmitted {
			/// What it covers.
			scope: Scope,
			/// Its place in the scope's chain: with the scope all that its hash is made of.
			link: Link,
			/// Its hash, which confirmations and the next report name.
			hash: Hash,
		},
		/// A custodian no longer stands by its report: the scope counts for nothing.
		ReportWithdrawn {
			/// What it covered.
			scope: Scope,
			/// The moment it spoke of, in ms.
			as_of: Moment,
			/// BLAKE2b-256 of the reason.
			reason: Hash,
		},
		/// An auditor has spoken on a report.
		VerdictGiven {
			/// What the report covers.
			scope: Scope,
			/// The report's hash.
			report: Hash,
			/// The auditor's organisation.
			auditor: IdentityId,
			/// What it found, in the underlying's smallest unit.
			quantity: Quantity,
			/// Whether it stands by the report.
			verdict: Verdict,
		},
		/// A signed statement has been handed in; the event before this one says what it did.
		StatementAccepted {
			/// What it is about.
			scope: Scope,
			/// The account that signed it.
			author: T::AccountId,
			/// The account that handed it in.
			submitter: T::AccountId,
		},
		/// A scope has left its asset's list.
		ScopeRemoved {
			/// The scope.
			scope: Scope,
			/// The identity that removed it.
			by: IdentityId,
		},
		/// The status of a reserve is another than was last announced. It holds from the instant its
		/// cause arose, which may lie before this event.
		StatusChanged {
			/// The asset.
			asset: AssetId,
			/// What was announced before; `None` at the first announcement.
			old: Option<ReserveStatus>,
			/// What holds now.
			new: ReserveStatus,
		},
		/// Somebody asks a custodian for a fresh statement about lots. Without one after
		/// `answer_by` the scope counts for nothing.
		LotsChallenged {
			/// The scope.
			scope: Scope,
			/// The challenge's number.
			challenge: ChallengeId,
			/// The organisation that asks.
			challenger: IdentityId,
			/// What gives it the right to.
			interest: Interest,
			/// The lots it asks about.
			lots: ChallengedLots,
			/// Last moment at which an answer is in time, in ms.
			answer_by: Moment,
		},
		/// A custodian has answered a challenge.
		ChallengeAnswered {
			/// The scope.
			scope: Scope,
			/// The challenge's number.
			challenge: ChallengeId,
			/// The moment the answer speaks of, in ms.
			as_of: Moment,
			/// BLAKE2b-256 of the evidence.
			evidence_hash: Hash,
			/// Whether it came in time; then the deposit has burned.
			in_time: bool,
		},
		/// A challenger has its deposit back, because no answer came in time.
		ChallengeDepositReturned {
			/// The scope.
			scope: Scope,
			/// The challenge's number.
			challenge: ChallengeId,
			/// Who has it back.
			depositor: T::AccountId,
			/// The deposit, in ASY.
			deposit: Balance,
		},
		/// A custodian has been proven to have stated something false: its scope is disputed until a
		/// later report is confirmed.
		DeficiencyProven {
			/// The scope.
			scope: Scope,
			/// How it was proven.
			fault: Fault,
			/// BLAKE2b-256 of the proof.
			proof: Hash,
			/// Who brought it.
			prover: T::AccountId,
			/// What the prover got of the custodian's bond for this scope, in the smallest unit of
			/// the bond's asset; zero without a bond, and for a custodian's second scope.
			reward: Balance,
		},
	}
}
