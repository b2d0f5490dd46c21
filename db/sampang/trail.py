"""What the trail of changes can say of the fund and its files."""

from db.trail import Action, SubjectKind


class SampangAction(Action):
    """What was done."""

    SAVE_APPLICATION = "save_application", "Menyimpan pengajuan"
    FILE_APPLICATION = "file_application", "Mengajukan berkas"
    REVEAL_IDENTITY = "reveal_identity", "Membuka nomor identitas lengkap"
    RECORD_RECEIPT = "record_receipt", "Menyimpan hasil penilaian"
    ASSESS_AGAIN = "assess_again", "Memperbarui hasil penilaian menurut hukum hari itu"
    RECORD_JUDGEMENT = "record_judgement", "Mencatat pertimbangan tim"
    ADVANCE_FILE = "advance_file", "Memindahkan berkas ke tahap berikutnya"
    RECORD_SURVEY = "record_survey", "Mencatat temuan survei"
    SAVE_MEETING = "save_meeting", "Menyimpan rapat Pokjanis"
    CLOSE_MEETING = "close_meeting", "Menutup rapat Pokjanis"
    RECORD_CUSTODY = "record_custody", "Mencatat penyimpanan agunan"
    OFFER_REPLACEMENT = "offer_replacement", "Mengusulkan agunan pengganti"
    ISSUE_PAPER = "issue_paper", "Menerbitkan surat"
    OPEN_FUND = "open_fund", "Mencatat saldo awal dana"
    RECORD_PAYMENT = "record_payment", "Mencatat angsuran masuk"
    RECORD_USE_OF_FUNDS = "record_use_of_funds", "Mencatat kunjungan penggunaan dana"
    PROPOSE_REVERSAL = "propose_reversal", "Mengusulkan pembalikan"
    APPROVE_REVERSAL = "approve_reversal", "Menyetujui pembalikan"
    RETURN_REVERSAL = "return_reversal", "Mengembalikan usul pembalikan"
    WITHDRAW_REVERSAL = "withdraw_reversal", "Menarik usul pembalikan"
    TAKE_IN_BANK_FILE = "take_in_bank_file", "Mengunggah berkas bank"
    ACCEPT_BANK_ROWS = "accept_bank_rows", "Membukukan baris berkas bank"
    CHOOSE_BANK_LOAN = "choose_bank_loan", "Memilih pinjaman untuk baris berkas bank"
    PUT_BANK_ROWS_ASIDE = "put_bank_rows_aside", "Menyisihkan baris berkas bank"
    QUOTE_SETTLEMENT = "quote_settlement", "Menerbitkan rincian pelunasan"
    SETTLE_LOAN = "settle_loan", "Membukukan pelunasan dipercepat"


class SampangSubject(SubjectKind):
    """What it was done to."""

    APPLICATION = "application"
    MEETING = "meeting"
    LOAN = "loan"
    FUND = "fund"
    JOURNAL_ENTRY = "journal_entry"
    BANK_FILE = "bank_file"
