"""Hands a sheet to the computer's printer, in a thread-free way that asks no native dialog."""

from checkup.report.sheet import Sheet
from checkup.ui.pdf import document_of


def print_sheet(sheet: Sheet) -> bool:
    """Print on the printer the system uses by itself; returns whether there is one that took it."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.defaultPrinter()
    if info.isNull():
        return False
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    if not printer.isValid():
        return False
    printer.setDocName(sheet.title)
    document_of(sheet).print_(printer)
    return printer.printerState() is not QPrinter.PrinterState.Error
