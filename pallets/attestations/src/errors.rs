//! Why a call is refused, and what to do.

use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// Part of the pallet's module, in a file of its own for its length.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such asset. Check its number.
		UnknownAsset,
		/// The asset's terms are still a draft, or it is retired: there is nothing to report on.
		AssetNotReportable,
		/// The author is not an active identity with the custodian's role for this asset, acting for
		/// the scope's approved custodian. Ask the issuer for the role, the council for approval.
		NotCustodian,
		/// The author is not an active identity with the auditor's role for this asset, acting for
		/// an approved auditor. Ask the issuer for the role, the council for approval.
		NotAuditor,
		/// The auditor's organisation is the custodian's or the issuer's, or who challenges or proves
		/// is the custodian or, of a lower figure, its author. Another one must do it.
		NotIndependent,
		/// Neither the scope's custodian nor the asset's issuer. Ask one of them.
		NotPermitted,
		/// The signer is not an active identity. Register first.
		NotAdmitted,
		/// The vault does not exist, is closed, or belongs to another custodian.
		UnknownVault,
		/// The quantity is stated in another unit than the asset's terms name.
		UnitMismatch,
		/// The report, statement or answer speaks of a moment that has not come. Compare your clock
		/// with the chain's.
		AsOfInFuture,
		/// A report that speaks of this moment or a later one has been taken already.
		AsOfNotNewer,
		/// The report is not valid any more when it comes. State a later end.
		ValidityOver,
		/// The asset has as many scopes as it may have. Remove one that is no longer fresh.
		TooManyScopes,
		/// The scope has no report.
		ReportNotFound,
		/// The report has been withdrawn. Wait for the custodian's next.
		ReportWithdrawn,
		/// The newest report of the scope has another hash. Look at that one first.
		ReportSuperseded,
		/// The auditor has spoken on this report. A confirmation may become a contradiction, once;
		/// nothing else changes.
		AlreadyConfirmed,
		/// The report carries as many verdicts as it may. A contradiction still finds room.
		TooManyConfirmations,
		/// The scope has a report that is fresh. Withdraw it, or wait until it has lapsed.
		ReportStillFresh,
		/// The statement is for another chain: its genesis hash is not this chain's.
		WrongChain,
		/// The statement was handed in too late. Sign it again with a later expiry.
		StatementExpired,
		/// The signature is not that of the author over this very statement.
		BadSignature,
		/// The asset has no reserve parameters, so nothing counts.
		ParametersMissing,
		/// A figure overflows or a parameter makes no sense, so nothing counts.
		FigureOverflow,
		/// The scope was found at fault at this moment or later. Report as of a later one.
		AsOfBeforeFault,
		/// The signer does not have the interest it states: it holds no unit, is no approved auditor
		/// of the asset, or is no member of the council.
		NoInterest,
		/// The challenge names no lot, or one twice. Name each once.
		InvalidLots,
		/// A lot is not pledged to the scope by the register. Name lots that are.
		LotNotInScope,
		/// The signer's organisation has an open challenge to this scope. Wait for the answer.
		AlreadyChallenged,
		/// The scope has as many open challenges as it may have. Wait for an answer.
		TooManyChallenges,
		/// The scope has no open challenge of that number. It may have been answered.
		ChallengeNotFound,
		/// The answer does not speak of a moment after the challenge. Look again and sign anew.
		AnswerTooOld,
		/// The custodian may still answer in time. Wait until the deadline has passed.
		AnswerNotOverdue,
		/// The deposit has been returned already.
		DepositReturned,
		/// What is shown is no proof of a deficiency: the statements agree or speak of different
		/// moments or scopes, the figure is not lower by more than the tolerance, or the register
		/// clears both.
		NothingProven,
		/// The scope has been found at fault for what it said up to that moment.
		AlreadyProven,
		/// The statement says something else than this proof needs.
		WrongStatement,
		/// The lot is not under the report's root, or the two proofs show different lots.
		BadLotProof,
		/// Lots are pledged to the scope: without it the rest would look like all there is. Wait for a
		/// report, or have them withdrawn; or the council must suspend the custodian.
		LotsPledged,
	}
}
