"""The reports of the fund, each as figures and tables that screen, paper and workbook share."""
