academyFind.take("ea54b3be8f78","f-evidence",[["data","Figures given",0,"#%+"]]);
