academyFind.take("cb513638faad","f-evidence",[["data","Figures given",0,"#%+"]]);
