academyFind.take("8e8486a879c4","f-evidence",[["data","Figures given",0,"#%+"]]);
