//! What custodians and auditors say, what they are asked, and how they are proven wrong, in the model.

use super::{model::*, ops::*, setup::OWNERS};
use assay_primitives::{Moment, Quantity};

impl Model {
	pub fn say(&mut self, op: &Op) -> Outcome {
		match op {
			Op::Report(statement, _) => self.report(statement),
			Op::WithdrawReport(vault) => {
				self.standing(*vault)?;
				let report = self.scopes[*vault].report.as_mut();
				report.expect("it stands").withdrawn = true;
				Ok(())
			},
			Op::Verdict(auditor, vault, quantity, [confirms, stale, _]) => {
				self.confirming(*auditor)?;
				let report = self.standing(*vault)?;
				when(!stale, "Attestations.ReportSuperseded")?;
				// A confirmation may become a contradiction, and nothing else changes.
				let may = report
					.verdicts
					.get(auditor)
					.is_none_or(|(_, before)| *before && !confirms);
				when(may, "Attestations.AlreadyConfirmed")?;
				let report = self.scopes[*vault].report.as_mut();
				let verdicts = &mut report.expect("it stands").verdicts;
				verdicts.insert(*auditor, (*quantity, *confirms));
				Ok(())
			},
			Op::RemoveScope(vault, _) => self.remove_scope(*vault),
			Op::Challenge(by, vault, lots) => self.challenge(*by, *vault, lots),
			Op::Answer(vault, place, as_of) => {
				let as_of = self.at(*as_of);
				let open = &mut self.scopes[*vault].challenges;
				when(*place < open.len(), "Attestations.ChallengeNotFound")?;
				let challenge = open.remove(*place);
				when(as_of > challenge.opened_at, "Attestations.AnswerTooOld")?;
				when(as_of <= self.now, "Attestations.AsOfInFuture")
			},
			Op::ReturnDeposit(vault, place) => {
				let open = self.scopes[*vault].challenges.get_mut(*place);
				let challenge = open.ok_or("Attestations.ChallengeNotFound")?;
				let overdue = self.now > challenge.answer_by;
				when(overdue, "Attestations.AnswerNotOverdue")?;
				let was = std::mem::replace(&mut challenge.returned, true);
				when(!was, "Attestations.DepositReturned")
			},
			Op::Prove(by, proof) => self.prove(*by, *proof),
			_ => unreachable!("nobody says it"),
		}
	}

	fn confirming(&self, auditor: Auditor) -> Outcome {
		when(self.is_auditor(auditor), "Attestations.NotAuditor")
	}

	fn on_record(&self, vault: Vault) -> Result<&Report, &'static str> {
		let report = self.scopes[vault].report.as_ref();
		report.ok_or("Attestations.ReportNotFound")
	}

	fn standing(&self, vault: Vault) -> Result<&Report, &'static str> {
		let report = self.on_record(vault)?;
		when(!report.withdrawn, "Attestations.ReportWithdrawn")?;
		Ok(report)
	}

	fn report(&mut self, statement: &Statement) -> Outcome {
		let office = self.in_office(OWNERS[statement.vault]);
		office.map_err(|_| "Attestations.NotCustodian")?;
		let (as_of, valid_until) = (self.at(statement.as_of), self.at(statement.valid_until));
		when(as_of <= self.now, "Attestations.AsOfInFuture")?;
		when(valid_until > self.now, "Attestations.ValidityOver")?;
		let scope = &mut self.scopes[statement.vault];
		let newer = scope.reported.is_none_or(|before| as_of > before);
		when(newer, "Attestations.AsOfNotNewer")?;
		let after_fault = scope.faulted_at.is_none_or(|at| as_of > at);
		when(after_fault, "Attestations.AsOfBeforeFault")?;
		scope.reported = Some(as_of);
		scope.report = Some(Report {
			as_of,
			valid_until,
			quantity: statement.quantity,
			at_market: statement.at_market,
			liquid: statement.liquid,
			root: statement.root.clone(),
			withdrawn: false,
			faulted: false,
			verdicts: Default::default(),
		});
		// It speaks of what left before.
		scope.removals.retain(|(at, _)| *at >= as_of);
		Ok(())
	}

	fn remove_scope(&mut self, vault: Vault) -> Outcome {
		let report = self.on_record(vault)?;
		let custodian = OWNERS[vault];
		let fresh = !report.withdrawn
			&& !self.is_overdue(vault)
			&& !self.has_lapsed(report)
			&& self.in_office(custodian).is_ok();
		when(!fresh, "Attestations.ReportStillFresh")?;
		// As long as somebody may hand the lots over, they are not written off.
		let lots = self.pledged_in(vault).count() > 0;
		let gone = !lots || self.offices[custodian].suspended;
		when(gone, "Attestations.LotsPledged")?;
		self.scopes[vault].report = None;
		// Of a reserve that nobody speaks of there is nothing on record.
		if self.parts().is_empty() {
			self.note_deficiency();
		}
		Ok(())
	}

	fn challenge(&mut self, by: Party, vault: Vault, lots: &[LotNo]) -> Outcome {
		let interest = match by {
			Party::Holder(holder) => {
				let purse = &self.purses[holder];
				purse.free + purse.held > 0
			},
			Party::Auditor(auditor) => self.is_auditor(auditor),
			_ => unreachable!("it has no interest to state"),
		};
		when(interest, "Attestations.NoInterest")?;
		self.on_record(vault)?;
		when(
			!lots.is_empty() && distinct(lots),
			"Attestations.InvalidLots",
		)?;
		for lot in lots {
			let lot = self.lots[*lot].as_ref();
			let here = lot.is_some_and(|lot| lot.vault == vault && lot.lien == Some(Lien::Asset));
			when(here, "Attestations.LotNotInScope")?;
		}
		let open = &mut self.scopes[vault].challenges;
		let asked = open.iter().any(|it| it.by == by);
		when(!asked, "Attestations.AlreadyChallenged")?;
		open.push(Challenge {
			id: self.next_challenge,
			by,
			lots: lots.to_vec(),
			opened_at: self.now,
			answer_by: self.now + ANSWER,
			returned: false,
		});
		self.next_challenge += 1;
		Ok(())
	}

	/// A proof names the vaults that spoke falsely, each as of a moment.
	fn prove(&mut self, by: Party, proof: Proof) -> Outcome {
		let nothing = "Attestations.NothingProven";
		let found = match proof {
			Proof::Conflict(vault, differs) => {
				let report = self.on_record(vault)?;
				when(differs, nothing)?;
				vec![(vault, report.as_of)]
			},
			Proof::LowerFigure(auditor, vault, found) => {
				self.confirming(auditor)?;
				let report = self.standing(vault)?;
				let stated = report.quantity;
				let lower = found < stated && self.diverges(stated, found);
				when(lower, nothing)?;
				let independent = by != Party::Auditor(auditor);
				when(independent, "Attestations.NotIndependent")?;
				vec![(vault, report.as_of)]
			},
			Proof::DoublePledge(lot, first, second) => {
				let (one, other) = (self.on_record(first)?, self.on_record(second)?);
				let both = one.root.contains(&lot) && other.root.contains(&lot);
				when(both, "Attestations.BadLotProof")?;
				let overlap = one.as_of <= other.valid_until && other.as_of <= one.valid_until;
				when(first != second && overlap, nothing)?;
				let mut found = vec![(first, one.as_of), (second, other.as_of)];
				found.retain(|(vault, as_of)| {
					let other = if *vault == first { second } else { first };
					!self.is_cleared(lot, *vault, *as_of, other)
				});
				when(!found.is_empty(), nothing)?;
				found
			},
		};
		let anew = |(vault, as_of): &(Vault, Moment)| {
			let at = self.scopes[*vault].faulted_at;
			at.is_none_or(|at| *as_of > at)
		};
		let found: Vec<Vault> = found.into_iter().filter(anew).map(|(it, _)| it).collect();
		when(!found.is_empty(), "Attestations.AlreadyProven")?;
		let own = found.iter().any(|it| by == Party::Custodian(OWNERS[*it]));
		when(!own, "Attestations.NotIndependent")?;
		for (place, vault) in found.iter().enumerate() {
			self.scopes[*vault].faulted_at = Some(self.now);
			if let Some(report) = self.scopes[*vault].report.as_mut() {
				report.faulted = true;
			}
			// Each custodian pays once.
			let custodian = OWNERS[*vault];
			if found[..place].iter().all(|it| OWNERS[*it] != custodian) {
				let bonded = self.bonds[1 + custodian].as_ref().map_or(0, |it| it.amount);
				self.draw(1 + custodian, bonded * REWARD_BPS / BPS, by);
			}
		}
		Ok(())
	}

	/// Whether the register has the lot with who counted it, or had it elsewhere then.
	fn is_cleared(&self, lot: LotNo, vault: Vault, as_of: Moment, other: Vault) -> bool {
		let Some(lot) = &self.lots[lot] else {
			return false;
		};
		let since = lot.arrived_at.unwrap_or(lot.registered_at);
		let with = match lot.lien {
			Some(lien) => lot.vault == vault && lien == Lien::Asset,
			None => lot.vault == vault && lot.vault != other,
		};
		as_of <= since || with
	}

	/// So much left a vault now.
	pub fn leaves(&mut self, vault: Vault, quantity: Quantity) {
		let removals = &mut self.scopes[vault].removals;
		match removals.last_mut() {
			Some((at, before)) if *at == self.now => *before += quantity,
			_ => removals.push((self.now, quantity)),
		}
		// Of more than it remembers apart, the two oldest count from the later one.
		if removals.len() > MAX_REMOVALS {
			let (_, oldest) = removals.remove(0);
			removals[0].1 += oldest;
		}
	}
}

pub fn distinct(lots: &[LotNo]) -> bool {
	let mut seen = lots.to_vec();
	seen.sort_unstable();
	seen.dedup();
	seen.len() == lots.len()
}
