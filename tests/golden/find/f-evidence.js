academyFind.take("5b178d79d1d9","f-evidence",[["data","Figures given",0,"#%+"]]);
