//! What auditors say of a report.

use crate::{
	Config, Confirmation, ConfirmationInput, Error, Event, Pallet, Report, Reports, Verdict,
	MAX_CONFIRMATIONS,
};
use assay_primitives::{IdentityId, Scope};
use polkadot_sdk::{
	frame_support::{ensure, traits::Time},
	sp_runtime::DispatchResult,
};

impl<T: Config> Pallet<T> {
	/// Takes an auditor's verdict. The caller has checked that it is one.
	pub(crate) fn do_confirm(
		scope: Scope,
		auditor: IdentityId,
		input: ConfirmationInput,
	) -> DispatchResult {
		Self::ensure_independent(scope, auditor)?;
		let mut report = Self::standing_report(scope)?;
		let ConfirmationInput {
			report: hash,
			quantity,
			verdict,
			evidence_hash,
		} = input;
		ensure!(report.hash(scope) == hash, Error::<T>::ReportSuperseded);
		let confirmation = Confirmation {
			auditor,
			quantity,
			verdict,
			evidence_hash,
			at: T::Time::now(),
		};
		if Self::add_verdict(&mut report, confirmation)? {
			Self::bind(auditor)?;
		}

		Self::update(scope, report);
		Self::deposit_event(Event::VerdictGiven {
			scope,
			report: hash,
			auditor,
			quantity,
			verdict,
		});
		Ok(())
	}

	/// The scope's newest report, if the custodian has not withdrawn it.
	pub(crate) fn standing_report(scope: Scope) -> Result<Report, Error<T>> {
		let report = Reports::<T>::get(scope).ok_or(Error::ReportNotFound)?;
		ensure!(report.withdrawn.is_none(), Error::ReportWithdrawn);
		Ok(report)
	}

	/// Whether the auditor had not spoken on the report before.
	fn add_verdict(report: &mut Report, new: Confirmation) -> Result<bool, Error<T>> {
		let places = u32::try_from(report.confirmations.len()).unwrap_or(u32::MAX);
		let former = report
			.confirmations
			.iter_mut()
			.find(|old| old.auditor == new.auditor);
		match (former, new.verdict) {
			(Some(old), Verdict::Contradicts) if old.verdict == Verdict::Confirms => {
				*old = new;
				Ok(false)
			},
			(Some(_), _) => Err(Error::AlreadyConfirmed),
			// The last place is a contradiction's.
			(None, Verdict::Confirms) if places.saturating_add(1) >= MAX_CONFIRMATIONS => {
				Err(Error::TooManyConfirmations)
			},
			(None, _) => {
				report
					.confirmations
					.try_push(new)
					.map_err(|_| Error::TooManyConfirmations)?;
				Ok(true)
			},
		}
	}
}
