academyFind.take("fce85edd772d","f-evidence",[["data","Figures given",0,"#%+"]]);
